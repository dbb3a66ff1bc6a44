/** What JSON-LD in a page states of the work that it holds. */
export interface Linked {
  type?: string | undefined;
  title?: string | undefined;
  author?: object[] | undefined;
  container?: string | undefined;
  publisher?: string | undefined;
  issued?: { raw: string } | undefined;
  language?: string | undefined;
}

/** Types of schema.org that a page of a work has, and what CSL calls them. */
const TYPES: Readonly<Record<string, string>> = {
  ScholarlyArticle: 'article-journal',
  MedicalScholarlyArticle: 'article-journal',
  NewsArticle: 'article-newspaper',
  AnalysisNewsArticle: 'article-newspaper',
  BackgroundNewsArticle: 'article-newspaper',
  OpinionNewsArticle: 'article-newspaper',
  ReportageNewsArticle: 'article-newspaper',
  ReviewNewsArticle: 'article-newspaper',
  BlogPosting: 'post-weblog',
  LiveBlogPosting: 'post-weblog',
  SocialMediaPosting: 'post',
  Report: 'report',
  Book: 'book',
  Chapter: 'chapter',
  Thesis: 'thesis',
  Legislation: 'legislation',
  Article: 'webpage',
  WebPage: 'webpage',
};

/** What a work appears in; that it is part of a page says nothing. */
const CONTAINERS: readonly string[] = [
  ...['Blog', 'CreativeWorkSeries', 'Newspaper', 'NewsMediaOrganization', 'Periodical', 'WebSite'],
];

type Node = Readonly<Record<string, unknown>>;

/**
 * @param scripts the page's scripts of JSON-LD; one that is malformed says nothing
 * @returns what they state of the first work that they hold: of an article before the page that it is on
 * @see https://schema.org/Article
 */
export function readLinkedData(scripts: readonly string[]): Linked {
  const nodes = scripts.flatMap((script) => nodesIn(parse(script)));
  const works = nodes.filter((node) => typeOf(node) !== undefined);
  const work = works.find((node) => typeOf(node) !== 'webpage') ?? works[0];
  if (!work) return {};
  const named = nodes.filter((node) => typeof node['@id'] === 'string');
  const byId = new Map(named.map((node) => [node['@id'], node]));
  const follow = (value: unknown): unknown => (isNode(value) ? (byId.get(value['@id']) ?? value) : value);
  const nameIn = (value: unknown) => nameOf(follow([value].flat()[0]));
  const date = text(work.datePublished);
  return {
    type: typeOf(work),
    title: text(work.headline) ?? text(work.name),
    author: authorsOf(work.author, follow),
    container: containerOf(follow([work.isPartOf].flat()[0])),
    publisher: nameIn(work.publisher),
    ...(date !== undefined && { issued: { raw: date } }),
    language: text(work.inLanguage) ?? text((work.inLanguage as Node | undefined)?.alternateName),
  };
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return undefined;
  }
}

/** One, a list, or a graph of them. */
function nodesIn(data: unknown): Node[] {
  if (Array.isArray(data)) return data.flatMap(nodesIn);
  if (!isNode(data)) return [];
  return [data, ...nodesIn(data['@graph'])];
}

function typeOf(node: Node): string | undefined {
  return [node['@type']]
    .flat()
    .map((type) => TYPES[String(type)])
    .find((type) => type !== undefined);
}

function containerOf(whole: unknown): string | undefined {
  if (!isNode(whole)) return undefined;
  return [whole['@type']].flat().some((type) => CONTAINERS.includes(String(type)))
    ? nameOf(whole)
    : undefined;
}

/** Several authors, of whom one without a name says nothing. */
function authorsOf(stated: unknown, follow: (value: unknown) => unknown): object[] | undefined {
  const names = [stated].flat().flatMap((author) => authorOf(follow(author)) ?? []);
  return names.length > 0 ? names : undefined;
}

function authorOf(author: unknown): object | undefined {
  const [given, family] = isNode(author) ? [text(author.givenName), text(author.familyName)] : [];
  if (given !== undefined && family !== undefined) return { family, given };
  const name = nameOf(author);
  return name === undefined ? undefined : { literal: name };
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) ? text(value.name) : text(value);
}

function text(value: unknown): string | undefined {
  const [first] = [value].flat();
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
