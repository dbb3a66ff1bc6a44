/** The browser of every test in one: the one that `npm run bench` measures in. */
export { launchChromium } from '../../src/bench/chromium.ts';
