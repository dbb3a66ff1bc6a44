import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { canonical } from '../canonical.ts';

const reader = unified().use(rehypeParse, { fragment: true }).freeze();

/** Emphasis and the like, in which bibliographic data come: a name in angle brackets is no such thing. */
const TAG =
  /<\/?(?:[a-z]+:)?(?:i|b|em|strong|italic|bold|u|sub|sup|sc|scp|span|math|m[a-z]+)(?:\s[^<>]*)?\/?>/gi;
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/**
 * @param words of bibliographic data, which may have tags and references of HTML in them
 * @returns the words alone, white space made uniform
 */
export function plainWords(words: string): string {
  const bare = words.replace(TAG, '');
  return canonical(REFERENCE.test(bare) ? decode(bare) : bare);
}

function decode(words: string): string {
  let text = '';
  visit(reader.parse(words.replaceAll('<', '&lt;')), 'text', (node) => {
    text += node.value;
  });
  return text;
}
