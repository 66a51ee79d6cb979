import type { INodeProperties } from 'n8n-workflow';

/** The vendor's language codes (`mojito_language_code`), which are not all ISO: `br` is Brazilian Portuguese. */
const LANGUAGES: Record<string, string> = {
	ar: 'Arabic',
	bg: 'Bulgarian',
	zh: 'Chinese',
	hr: 'Croatian',
	cs: 'Czech',
	da: 'Danish',
	nl: 'Dutch',
	en: 'English',
	fil: 'Filipino',
	fi: 'Finnish',
	fr: 'French',
	de: 'German',
	el: 'Greek',
	hi: 'Hindi',
	hu: 'Hungarian',
	id: 'Indonesian',
	it: 'Italian',
	ja: 'Japanese',
	ko: 'Korean',
	ms: 'Malay',
	no: 'Norwegian',
	pl: 'Polish',
	pt: 'Portuguese',
	br: 'Portuguese (Brazil)',
	ro: 'Romanian',
	ru: 'Russian',
	sk: 'Slovak',
	es: 'Spanish',
	sv: 'Swedish',
	ta: 'Tamil',
	th: 'Thai',
	tr: 'Turkish',
	uk: 'Ukrainian',
	vi: 'Vietnamese',
};

/** A choice among the languages of the platform. */
export const languageParameter: INodeProperties = {
	displayName: 'Language',
	name: 'mojito_language_code',
	type: 'options',
	default: 'en',
	options: Object.entries(LANGUAGES).map(([value, name]) => ({ name, value })),
};
