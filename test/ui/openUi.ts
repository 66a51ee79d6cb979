import { chromium, type Browser } from 'playwright-core';

import type { Stage } from '../../demo/stage';
import { openStage } from '../stage/openStage';
import { chromiumPath } from './chromium';
import { EditorPage } from './editorPage';

type Theme = 'light' | 'dark';

export const THEMES: Theme[] = ['light', 'dark'];

const VIEWPORT = { width: 1280, height: 900 };

/** For a machine whose cores are busy. */
const ACTION_TIMEOUT_MS = 90_000;

/** A stage, and a browser in which its owner is signed in. */
export interface Ui {
	stage: Stage;
	/** A window of its own, in the theme that a person's system asks for. */
	open(theme?: Theme): Promise<EditorPage>;
	stop(): Promise<void>;
}

/** @param opened the stage; default: that of all files */
export async function openUi(opened?: Stage): Promise<Ui> {
	const stage = opened ?? (await openStage());
	let browser: Browser | undefined;
	try {
		browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
		const signedIn = await signIn(browser, stage);
		return {
			stage,
			open: async (theme = 'light') => {
				const context = await browser!.newContext({
					baseURL: stage.n8n.baseUrl,
					viewport: VIEWPORT,
					colorScheme: theme,
					reducedMotion: 'reduce',
					storageState: signedIn,
				});
				context.setDefaultTimeout(ACTION_TIMEOUT_MS);
				return new EditorPage(await context.newPage());
			},
			stop: async () => {
				await browser!.close();
				await stage.stop();
			},
		};
	} catch (error) {
		await browser?.close();
		await stage.stop();
		throw error;
	}
}

async function signIn(browser: Browser, { n8n }: Stage) {
	const context = await browser.newContext({ baseURL: n8n.baseUrl });
	context.setDefaultTimeout(ACTION_TIMEOUT_MS);
	const page = await context.newPage();
	await page.goto('/signin');
	await page.fill('input[type=email]', n8n.login.email);
	await page.fill('input[type=password]', n8n.login.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	const state = await context.storageState();
	await context.close();
	return state;
}
