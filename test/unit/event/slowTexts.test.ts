import type { Vendor } from '../../../nodes/shared/event/interviewEvent';
import { VENDORS } from '../../../nodes/shared/event/schema';
import { vendorMessage } from '../../../nodes/shared/http/vendorMessage';
import { asMarkdown, asPlainText, asWebVtt } from '../../../nodes/shared/report/transcript';
import { fixturesOf } from '../../fixtures';
import { fieldsOf, hostileTexts, mustEnd } from '../hostile';
import { facts, normalizers } from '../normalized';

/** The places of the texts that do not decide which event a body is. */
function freeTexts(vendor: Vendor, text: string): number[] {
	const kind = (body: unknown) => {
		const normalized = normalizers[vendor](body, facts);
		return 'event' in normalized ? normalized.event.vendor_event : null;
	};
	const body: unknown = JSON.parse(text);
	const expected = kind(body);
	return fieldsOf(body).flatMap(([holder, name], place) => {
		const sent = holder[name];
		if (typeof sent !== 'string') return [];
		holder[name] = 'x';
		const found = kind(body);
		holder[name] = sent;
		return found === expected ? [place] : [];
	});
}

/** One fixture of each shape, with those places; fixtures of the same shape take the same way. */
function shapesOf(vendor: Vendor): Array<{ text: string; places: number[] }> {
	const shapes = fixturesOf(vendor).map(({ text, body }) => {
		const places = freeTexts(vendor, text);
		const names = fieldsOf(body).map(([, name]) => name);
		return { text, places, shape: places.map((place) => names[place]).join() };
	});
	return [...new Map(shapes.map((one) => [one.shape, one])).values()];
}

describe.each(VENDORS)('a body of %s', (vendor) => {
	const texts = shapesOf(vendor);

	it.each(hostileTexts())('may be long in every text: %s', (_, hostile) => {
		for (const { text, places } of texts) {
			const body: unknown = JSON.parse(text);
			const fields = fieldsOf(body);
			for (const place of places) {
				const [holder, name] = fields[place];
				holder[name] = hostile;
			}
			const normalized = mustEnd(() => normalizers[vendor](body, facts));
			expect(Object.keys(normalized)).toEqual(['event']);
			expect('event' in normalized && normalized.event.raw === body).toBe(true);
		}
	});

	it.each(hostileTexts(16 * 1024 * 1024).slice(0, 3))('may have 16 MB in one text: %s', (_, hostile) => {
		const [{ text, places }] = texts.slice(-1);
		for (const place of places) {
			const body: unknown = JSON.parse(text);
			const [holder, name] = fieldsOf(body)[place];
			holder[name] = hostile;
			expect(Object.keys(mustEnd(() => normalizers[vendor](body, facts)))).toEqual(['event']);
		}
	});
});

describe.each(hostileTexts())('a long text: %s', (_, text) => {
	it('can be a turn of a transcript', () => {
		const transcript = [
			{ at_seconds: 0, speaker: text, text },
			{ at_seconds: 1, speaker: null, text: 'The end' },
		];
		const write = () => [asPlainText(transcript), asMarkdown(transcript, text), asWebVtt(transcript)];
		for (const written of mustEnd(write)) expect(written).toContain('The end');
	});

	it("can be a vendor's error message", () => {
		const message = mustEnd(() => vendorMessage({ errors: [{ message: text }], detail: text }));
		expect(message === null || message.length <= 300).toBe(true);
	});
});
