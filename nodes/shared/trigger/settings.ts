import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { flag } from '../event/fields';
import { asNumberWithin, type Bounds } from '../event/numbers';
import { isWrittenList } from '../event/text';

/** The choice under "Trigger On" for deliveries that cannot be read. No vendor has an event of this name. */
export const UNRECOGNIZED = 'unrecognized';

const DEFAULT_REMEMBERED_DELIVERIES = 10_000;

/** The options that are numbers, by the names and with the bounds that the editor shows. */
export const NUMBER_OPTIONS = {
	rememberedDeliveries: { displayName: 'Remembered Deliveries', min: 1, max: 1_000_000, isWhole: true },
	scoreMaximum: { displayName: 'Score Maximum', min: 0 },
} satisfies Record<string, Bounds & { displayName: string }>;

/** The parameters that every trigger has under the same names. */
export interface TriggerSettings {
	events: string[];
	simplify: boolean;
	deduplicate: boolean;
	acceptUnverified: boolean;
	includeRaw: boolean;
	escapeFormulas: boolean;
	scoreMaximum: number | null;
	rememberedDeliveries: number;
	/** Whether the editor is listening for a test event; such runs remember nothing. */
	isTestRun: boolean;
	/** The vendor's own options. */
	options: IDataObject;
	/** Ids selected in a filter parameter; none lets every job through. */
	jobs(parameter: string): string[];
}

/** What is selected under "Trigger On" of the vendor's own events, each once: what can be registered there. */
export function vendorEvents(context: IHookFunctions): string[] {
	const events = selection(context.getNodeParameter('events', []));
	return [...new Set(events)].filter((event) => event !== UNRECOGNIZED);
}

/** Never refuses a value: what cannot be read counts as left out, and activation has refused it. */
export function readTriggerSettings(context: IWebhookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		events: selection(context.getNodeParameter('events', [])),
		simplify: flag(context.getNodeParameter('simplify', true)) ?? true,
		deduplicate: flag(options.deduplicate) !== false,
		acceptUnverified: flag(options.acceptUnverified) === true,
		includeRaw: flag(options.includeRaw) === true,
		escapeFormulas: flag(options.escapeFormulas) === true,
		// 0 is the option's default, and stands for none.
		scoreMaximum: asNumberWithin(options.scoreMaximum, NUMBER_OPTIONS.scoreMaximum) || null,
		rememberedDeliveries:
			asNumberWithin(options.rememberedDeliveries, NUMBER_OPTIONS.rememberedDeliveries) ??
			DEFAULT_REMEMBERED_DELIVERIES,
		isTestRun: context.getMode() === 'manual',
		options,
		jobs: (parameter) => selection(context.getNodeParameter(parameter, [])),
	};
}

/**
 * What is selected in a list parameter: an expression may give a list, one as JSON, or one comma-separated text. An action's
 * `textList` refuses what is neither; a trigger has nobody to tell, and must let a delivery through rather than throw.
 */
export function selection(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(String) : entriesOf(String(value ?? ''));
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function entriesOf(text: string): string[] {
	if (!isWrittenList(text)) return text.split(',');
	const list = jsonParse<unknown[]>(text, { fallbackValue: [] });
	// Almost JSON, such as a list in single quotes.
	return list.length > 0 ? list.map(String) : text.split(/[[\],'"]/);
}
