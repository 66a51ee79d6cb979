import type { IDataObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { optionsParameter } from '../../../nodes/shared/receiver/triggerParameters';
import { NUMBER_OPTIONS, readTriggerSettings, selection } from '../../../nodes/shared/trigger/settings';

describe('a list parameter', () => {
	it.each([
		[
			['a', 'b'],
			['a', 'b'],
		],
		[
			[7, 'b'],
			['7', 'b'],
		],
		['a, b,,c ', ['a', 'b', 'c']],
		[[' a ', ''], ['a']],
		['["a", 7]', ['a', '7']],
		["['a', 'b c']", ['a', 'b c']],
		['[]', []],
		['', []],
		[[], []],
		[null, []],
		[undefined, []],
		[7, ['7']],
	])('%j is read as %j', (value, texts) => {
		expect(selection(value)).toEqual(texts);
	});
});

describe('a number option', () => {
	const read = (options: IDataObject) =>
		readTriggerSettings({
			getNodeParameter: (name: string, fallback: unknown) => (name === 'options' ? options : fallback),
			getMode: () => 'webhook',
		} as unknown as IWebhookFunctions);

	it.each([
		[10, 10],
		['10', 10],
		[7.5, 7.5],
		[0, null],
		['0', null],
		[-1, null],
		['ten', null],
		['7,5', null],
		[{}, null],
		[null, null],
		[undefined, null],
	])('Score Maximum %j is read as %j', (scoreMaximum, expected) => {
		expect(read({ scoreMaximum } as IDataObject).scoreMaximum).toBe(expected);
	});

	// A part of a row has no place in the table of what is remembered, and a table of billions none in memory.
	it.each([
		[500, 500],
		['500', 500],
		[20.5, 10_000],
		[0, 10_000],
		[-1, 10_000],
		[1_000_001, 10_000],
		['many', 10_000],
		[[500], 10_000],
		[null, 10_000],
		[undefined, 10_000],
	])('Remembered Deliveries %j is read as %j', (rememberedDeliveries, expected) => {
		expect(read({ rememberedDeliveries } as IDataObject).rememberedDeliveries).toBe(expected);
	});

	it.each(Object.entries(NUMBER_OPTIONS))('%s has the name and the bounds of the editor', (name, option) => {
		const { min, max } = { max: undefined, ...option };
		const shown = (optionsParameter(['scoreMaximum']).options as INodeProperties[]).find(
			(property) => property.name === name,
		);
		expect(shown?.displayName).toBe(option.displayName);
		expect([shown?.typeOptions?.minValue, shown?.typeOptions?.maxValue]).toEqual([min, max]);
	});
});
