import { chromium, type Browser, type Page } from 'playwright-core';

import type { InterviewEvent, Vendor } from '../../nodes/shared/event/interviewEvent';
import { scorecardPage } from '../../nodes/shared/report/scorecardPage';
import { VENDOR_SETUPS } from '../../demo/vendors';
import { fixture } from '../fixtures';
import { chromiumPath } from './chromium';
import { faintTexts } from './faintTexts';
import { THEMES } from './openUi';
import { screenshotPath } from './screenshots';

/** What each vendor's usual report becomes, and one that says everything twice over. */
const REPORTS: Array<[Vendor, string]> = [
	['hireflix', 'interview.finish.full'],
	['heymilo', 'report_available'],
	['heymilo', 'report_available.full'],
	['jobmojito', 'interview_result'],
	['interviewflowai', 'interview.report_available'],
	['ribbon', 'interview_processed'],
];

/** Of WCAG 2, for text that is not large. */
const LEAST_CONTRAST = 4.5;

const PHONE = { width: 360, height: 740 };
const WINDOW = { width: 860, height: 1100 };

jest.setTimeout(120_000);

function pageOf(vendor: Vendor, name: string, changes: Partial<InterviewEvent> = {}): string {
	const received = { received_at: '2026-03-10T10:24:31.000Z', verification: 'api', raw: {} } as const;
	const event = { ...fixture(vendor, name).item, ...received, ...changes } as InterviewEvent;
	const { displayName } = VENDOR_SETUPS[vendor];
	return scorecardPage(event, {
		vendorName: displayName,
		hasRecruiterPage: true,
		timeZone: 'America/New_York',
		withTranscript: false,
	});
}

describe('the scorecard in a browser', () => {
	let browser: Browser;
	const asked: string[] = [];

	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
	});

	afterAll(async () => await browser?.close());

	async function open(
		html: string,
		colorScheme: 'light' | 'dark' = 'light',
		viewport = WINDOW,
	): Promise<Page> {
		const context = await browser.newContext({ colorScheme, viewport });
		const page = await context.newPage();
		page.on('request', (request) => asked.push(request.url()));
		await page.setContent(html);
		return page;
	}

	describe.each(REPORTS)('of %s, %s', (vendor, name) => {
		const html = pageOf(vendor, name);

		it.each(THEMES)('can be read in the %s theme, on a screen and on a phone', async (theme) => {
			for (const viewport of [WINDOW, PHONE]) {
				const page = await open(html, theme, viewport);
				expect(await page.evaluate(faintTexts, LEAST_CONTRAST)).toEqual([]);
				expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
					viewport.width,
				);
				await page.context().close();
			}
		});

		it('can be read where the style sheet was taken out, as some email programs do', async () => {
			const page = await open(html.replace(/<style>.*<\/style>/s, ''));
			expect(await page.evaluate(faintTexts, LEAST_CONTRAST)).toEqual([]);
			await page.context().close();
		});

		it('is structured for a screen reader: one title, titled sections, tables that are layout marked as such', async () => {
			const page = await open(html);
			const count = async (selector: string) => await page.locator(selector).count();
			expect([await count('h1'), await count('main'), await page.getAttribute('html', 'lang')]).toEqual([
				1,
				1,
				'en',
			]);
			expect(await count('h2')).toBeGreaterThan(0);
			// Every other table has a header in each row or column.
			expect(await count('table:not([role]):not(:has(th))')).toBe(0);
			expect(await count('a:not([href^="http"])')).toBe(0);
			await page.context().close();
		});
	});

	it.each(['A4', 'Letter'])('prints on one page of %s for a usual report', async (format) => {
		for (const [vendor, name] of REPORTS.filter(([, of]) => of !== 'report_available.full')) {
			const page = await open(pageOf(vendor, name));
			const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
			expect({ vendor, pages: pdf.match(/\/Type\s*\/Page\b/g)?.length }).toEqual({ vendor, pages: 1 });
			await page.context().close();
		}
	});

	it('shows a candidate who is called like a script, and runs none', async () => {
		const name = '<script>document.title = "run"</script><img src=x onerror="document.title=\'run\'">';
		const page = await open(pageOf('heymilo', 'report_available', { candidate_name: name, summary: name }));
		await expect(page.locator('h1').innerText()).resolves.toBe(name);
		await expect(page.title()).resolves.toContain(name);
		await expect(page.locator('script, img').count()).resolves.toBe(0);
		await page.context().close();
	});

	it.each(THEMES)('is photographed in the %s theme', async (theme) => {
		const page = await open(pageOf('heymilo', 'report_available'), theme);
		await page.screenshot({ path: screenshotPath(`scorecard.${theme}`), fullPage: true });
		await page.context().close();
	});

	it('has asked no one for anything', () => {
		expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
	});
});
