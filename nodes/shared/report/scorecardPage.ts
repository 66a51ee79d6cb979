import type { InterviewEvent } from '../event/interviewEvent';
import { linkExpiry } from '../event/links';
import { isWebAddress } from '../http/isUrl';
import { markup, type Markup, type Part } from './markup';

export interface PageOptions {
	/** The vendor's name as people know it. */
	vendorName: string;
	/** Whether `interview_url` is the page for recruiters. The candidate's own link would begin the interview. */
	hasRecruiterPage: boolean;
	/** IANA name of the time zone in which times are written. */
	timeZone: string;
	withTranscript: boolean;
	/** How many questions are shown; default: all. */
	mostQuestions?: number;
}

const PAPER = 'background-color:#ffffff;';
const INK = 'color:#1f2328;';
const MUTED = 'color:#57606a;';
const LINK = 'color:#0550ae;';
const RULE = 'border-top:1px solid #d0d7de;';
const FONT =
	"font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:1.4;";
const FULL = '#0969da';
const REST = '#d0d7de';

/** Outranks the light colors, which each element has in a style of its own for programs that read no style sheet. */
const STYLE_SHEET = markup`
@media (prefers-color-scheme: dark) {
	.ink { color: #e6edf3 !important; }
	.paper { background-color: #0d1117 !important; }
	.muted { color: #9da7b3 !important; }
	.link { color: #79b8ff !important; }
	.rule { border-color: #30363d !important; }
	.full { background-color: #4493f8 !important; }
	.rest { background-color: #30363d !important; }
}
@media print {
	.ink { color: #1f2328 !important; font-size: 11px !important; line-height: 1.3 !important; }
	.paper { background-color: #ffffff !important; padding: 0 !important; }
	.muted { color: #57606a !important; font-size: 11px !important; line-height: 1.3 !important; }
	.link { color: #0550ae !important; }
	.rule { border-color: #d0d7de !important; margin-top: 6px !important; padding-top: 6px !important; }
	.full, .rest { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
	.whole { break-inside: avoid; }
	h1.ink { font-size: 18px !important; }
	h2.ink { font-size: 13px !important; }
}
@page { margin: 12mm; }
`;

const TABLE = markup`cellpadding="0" cellspacing="0" border="0"`;

/**
 * A whole HTML page about one interview, made from the item alone, so every vendor's looks the same: for a hiring
 * manager without a login at the vendor, as a file or as the body of an email. Nothing is ranked or worked out; what the
 * vendor did not send is named as such. It has no script and nothing to load, and Gmail and Outlook show it as browsers do:
 * tables for the layout, a style on each element, dark colors where the program asks for them.
 */
export function scorecardPage(event: InterviewEvent, options: PageOptions): string {
	const name = event.candidate_name ?? event.candidate_email ?? 'Candidate without a name';
	const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}${event.job_title && markup` – ${event.job_title}`}</title>
<style>${STYLE_SHEET}</style>
</head>
<body class="paper ink" style="margin:0;padding:0;${FONT}${INK}${PAPER}">
<table role="presentation" width="100%" ${TABLE}><tr><td align="center">
<table role="presentation" width="100%" ${TABLE} style="max-width:720px"><tr><td class="paper ink" align="left" style="padding:24px;${FONT}${INK}${PAPER}">
<main>
${heading(event, name)}
${facts(event, options)}
${scores(event)}
${event.summary && section('Summary', paragraphs(event.summary))}
${points('Strengths', event.strengths)}
${points('Concerns', event.concerns)}
${questions(event, options)}
${links(event, options)}
${options.withTranscript && transcript(event)}
${origin(event, options)}
</main>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
	return page.source;
}

/** @param style what the element has besides the color of text */
function paragraph(content: Part, style = ''): Markup {
	return markup`<p class="ink" dir="auto" style="margin:0 0 4px;${style}${INK}">${content}</p>\n`;
}

/** One for each line. */
function paragraphs(text: string): Markup[] {
	return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line)]));
}

function muted(content: Part): Markup {
	return markup`<span class="muted" style="font-size:14px;${MUTED}">${content}</span>`;
}

function list(items: Part[]): Markup {
	const entries = items.map(
		(item) => markup`<li class="whole" dir="auto" style="margin:0 0 2px">${item}</li>\n`,
	);
	return markup`<ul class="ink" style="margin:0;padding:0 0 0 20px;${INK}">\n${entries}</ul>`;
}

/** Two columns: what it is, and the value. */
function definitions(rows: Array<[label: string, value: Part]>): Markup {
	const cells = rows.map(
		([label, value]) =>
			markup`<tr><th class="muted" dir="auto" scope="row" align="left" valign="top" style="padding:1px 16px 1px 0;font-weight:normal;${MUTED}">${label}</th><td class="ink" dir="auto" valign="top" style="padding:1px 0;${INK}">${value}</td></tr>\n`,
	);
	return markup`<table ${TABLE}>\n${cells}</table>`;
}

function section(title: string, content: Part): Markup {
	return markup`<div class="rule" style="margin-top:12px;padding-top:12px;${RULE}">
<h2 class="ink" style="margin:0 0 6px;font-size:15px;line-height:1.2;${INK}">${title}</h2>
${content}
</div>`;
}

function heading(event: InterviewEvent, name: string): Markup {
	const contact = [event.candidate_email, event.candidate_phone].filter(
		(text) => text !== null && text !== name,
	);
	return markup`<h1 class="ink" dir="auto" style="margin:0 0 4px;font-size:22px;line-height:1.2;${INK}">${name}</h1>
${event.job_title && paragraph(event.job_title, 'font-size:16px;')}${contact.length > 0 && muted(contact.join(' · '))}`;
}

const DECISIONS: Record<NonNullable<InterviewEvent['decision']>, string> = {
	advance: 'Advance',
	reject: 'Reject',
	undecided: 'Undecided',
};

/** Dates, status and decision. */
function facts(event: InterviewEvent, { vendorName, timeZone }: PageOptions): Markup {
	const { vendor_status, decision, failure_reason } = event;
	const rows: Array<[string, string | null]> = [
		['Invited', moment(event.invited_at, timeZone)],
		['Started', moment(event.started_at, timeZone)],
		['Completed', moment(event.completed_at, timeZone)],
		[`Status at ${vendorName}`, vendor_status],
		['Decision', decision === null ? `Not known: look in ${vendorName}` : DECISIONS[decision]],
		['Failure', failure_reason],
	];
	const known = rows.filter(([, value]) => value !== null);
	return markup`<div class="rule" style="margin-top:16px;padding-top:12px;${RULE}">${definitions(known)}</div>`;
}

function scores({ score_raw, score_max, score_percent, details }: InterviewEvent): Markup {
	const overall =
		score_raw === null
			? paragraph('No overall score known')
			: markup`${paragraph(onScale(score_raw, score_max), 'font-size:18px;')}${score_percent !== null && bar(score_raw, score_max, score_percent)}`;
	const parts = details.scores.flatMap(({ name, value, max }): Array<[string, Markup]> =>
		value === null ? [] : [[name, onScale(value, max)]],
	);
	return section('Score', [overall, parts.length > 0 && definitions(parts)]);
}

function onScale(value: number, max: number | null): Markup {
	return markup`<strong>${value}</strong> ${max === null ? muted('(no scale known)') : `of ${max}`}`;
}

/** Two cells, since email programs draw nothing. @param percent from 0 to 100 */
function bar(raw: number, max: number | null, percent: number): Markup {
	const cell = (part: string, color: string, width: number) =>
		width > 0 &&
		markup`<td class="${part}" width="${width}%" height="10" bgcolor="${color}" style="height:10px;font-size:0;line-height:0;background-color:${color}">&nbsp;</td>`;
	const rest = Math.round((100 - percent) * 10) / 10;
	return markup`<table role="img" aria-label="${raw} of ${max}" width="100%" ${TABLE} style="max-width:360px;margin:0 0 8px"><tr>${cell('full', FULL, percent)}${cell('rest', REST, rest)}</tr></table>\n`;
}

/** @param text one point for each line, as the column has it */
function points(title: string, text: string | null): Markup | null {
	return text === null ? null : section(title, list(text.split('\n')));
}

function questions({ details }: InterviewEvent, { mostQuestions = Infinity }: PageOptions): Markup | null {
	const rows = details.questions.filter(
		({ text, summary, score_raw }) => text !== null || summary !== null || score_raw !== null,
	);
	if (rows.length === 0) return null;
	const head = 'padding:0 0 4px;font-weight:normal;';
	const left = Math.max(rows.length - mostQuestions, 0);
	const cells = rows
		.slice(0, rows.length - left)
		.map(
			({ text, summary, score_raw }) =>
				markup`<tr class="whole"><td class="ink" valign="top" style="padding:0 16px 4px 0;${INK}">${text && paragraph(text)}${summary?.split('\n').map((line) => markup`<div dir="auto">${muted(line)}</div>`)}</td><td class="ink" align="right" valign="top" style="padding:0 0 4px;${INK}">${score_raw ?? '–'}</td></tr>\n`,
		);
	return section(
		'Questions',
		markup`<table width="100%" ${TABLE}>
<tr><th class="muted" scope="col" align="left" style="${head}${MUTED}">Question</th><th class="muted" scope="col" align="right" style="${head}${MUTED}">Score</th></tr>
${cells}</table>${left > 0 && paragraph(`${left} more are in the file “scorecard”.`)}${rows.some(({ score_raw }) => score_raw !== null) && muted('Scores of questions have no known scale.')}`,
	);
}

function links(
	event: InterviewEvent,
	{ timeZone, vendorName, hasRecruiterPage }: PageOptions,
): Markup | null {
	const recordings = event.details.recordings.map(({ url }) => url);
	const all: Array<[string, string | null]> = [
		[`Open in ${vendorName}`, hasRecruiterPage ? event.interview_url : null],
		['Report', event.report_url],
		...(recordings.length > 0 ? recordings : [event.recording_url]).map(
			(url, index, { length }): [string, string | null] => [
				`Recording${length > 1 ? ` ${index + 1}` : ''}`,
				url,
			],
		),
	];
	const usable = all.flatMap(([label, url]) => {
		if (url === null || !isWebAddress(url)) return [];
		const expiry = url === event.report_url ? event.report_url_expires_at : linkExpiry(url);
		const until = moment(expiry, timeZone);
		return [
			markup`<a class="link" href="${url}" style="${LINK}">${label}</a> ${muted(until === null ? '(no expiry known)' : `(expires ${until})`)}`,
		];
	});
	return usable.length === 0 ? null : section('Links', list(usable));
}

function transcript({ details }: InterviewEvent): Markup {
	const turns = details.transcript.map(({ speaker, text }) =>
		paragraph([speaker && markup`<strong>${speaker}:</strong> `, text]),
	);
	return section('Transcript', turns.length > 0 ? turns : muted('None available'));
}

const VERIFIED: Record<InterviewEvent['verification'], string> = {
	signature: 'Received by webhook and verified by its signature',
	shared_secret: 'Received by webhook and verified by its secret',
	none: 'Received by webhook, not verified',
	api: "Fetched from the vendor's API",
};

function origin(event: InterviewEvent, { vendorName, timeZone }: PageOptions): Markup {
	const { received_at, verification, interview_id, is_test } = event;
	return markup`<p class="muted rule" style="margin:12px 0 0;padding-top:12px;font-size:12px;${MUTED}${RULE}">${is_test === true && markup`<strong>Test interview.</strong> `}${vendorName}, ${moment(received_at, timeZone)}. ${VERIFIED[verification]}. Interview ${interview_id}</p>`;
}

/** A time as it is read: `Mar 10, 2026, 6:24 AM EDT`. */
function moment(time: string | null, timeZone: string): string | null {
	if (time === null) return null;
	const written = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat('en-US', { timeZone, ...options }).formatToParts(new Date(time));
	const zone = written({ timeZoneName: 'short' }).find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const rest = written({ dateStyle: 'medium', timeStyle: 'short' }).map(({ value }) => value);
	return `${rest.join('')} ${zone}`;
}
