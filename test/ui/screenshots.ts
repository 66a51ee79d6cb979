import { join, resolve } from 'node:path';

/** Every screenshot of a run; `scripts/screenshots.ts` takes those of the documents from here. */
export const SCREENSHOTS_TAKEN = resolve('demo-output', 'screenshots');

export const screenshotPath = (name: string) => join(SCREENSHOTS_TAKEN, `${name}.png`);
