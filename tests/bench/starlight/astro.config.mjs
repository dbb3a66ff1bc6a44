import { readdirSync } from 'node:fs';
import starlight from '@astrojs/starlight';

/** In its menu are the readings; their notes are reached from them. */
const sidebar = readdirSync('written').map((slug) => ({ label: slug, link: `/${slug}/` }));

export default { integrations: [starlight({ title: 'Readings', sidebar })] };
