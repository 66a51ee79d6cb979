import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { flag, number } from '../event/fields';

const DEFAULT_REMEMBERED_DELIVERIES = 10_000;

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

export function readTriggerSettings(context: IWebhookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		events: textList(context.getNodeParameter('events', [])),
		simplify: flag(context.getNodeParameter('simplify', true)) ?? true,
		deduplicate: flag(options.deduplicate) !== false,
		acceptUnverified: flag(options.acceptUnverified) === true,
		includeRaw: flag(options.includeRaw) === true,
		escapeFormulas: flag(options.escapeFormulas) === true,
		scoreMaximum: positiveNumber(options.scoreMaximum),
		rememberedDeliveries: positiveNumber(options.rememberedDeliveries) ?? DEFAULT_REMEMBERED_DELIVERIES,
		isTestRun: context.getMode() === 'manual',
		options,
		jobs: (parameter) => textList(context.getNodeParameter(parameter, [])),
	};
}

/** A list parameter as texts: an expression may give a list or one comma-separated text. */
export function textList(value: unknown): string[] {
	const entries = Array.isArray(value) ? value.map(String) : String(value ?? '').split(',');
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function positiveNumber(value: unknown): number | null {
	const found = number(value);
	return found !== null && found > 0 ? found : null;
}
