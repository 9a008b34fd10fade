/** All that needs mediabunny, in one piece that is fetched by itself. */
export { openContainer } from './container.ts';
export { readTags } from './tags.ts';
