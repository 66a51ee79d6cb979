import type { InterviewEvent } from '../event/interviewEvent';
import { linkExpiry } from '../event/links';
import { isUrl } from '../http/isUrl';
import { html, type Html } from './html';

export interface PageOptions {
	/** The vendor's name as people know it. */
	vendorName: string;
	/** IANA name of the time zone in which times are written. */
	timeZone: string;
	withTranscript: boolean;
}

/**
 * A whole HTML page about one interview, made from the item alone, so that every vendor's looks the same: for a hiring
 * manager without a login at the vendor, as a file or as the body of an email. Nothing is ranked or worked out; what the
 * vendor did not send is named as such. It has no script and nothing to load, and Gmail and Outlook show it as browsers do:
 * tables for the layout, a style on each element, dark colors where the program asks for them.
 */
export function scorecardPage(event: InterviewEvent, options: PageOptions): string {
	const name = event.candidate_name ?? event.candidate_email ?? 'Candidate without a name';
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>${name}${event.job_title && html` – ${event.job_title}`}</title>
				<style>
					${DARK_AND_PRINTED}
				</style>
			</head>
			<body class="page" style="margin:0;padding:0;${TEXT}${PAPER}">
				<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
					<tr>
						<td align="center">
							<table
								role="presentation"
								width="100%"
								cellpadding="0"
								cellspacing="0"
								border="0"
								style="max-width:720px"
							>
								<tr>
									<td class="sheet" align="left" style="padding:24px;${TEXT}">
										<main>
											${heading(event, name)} ${facts(event, options)} ${scores(event)}
											${event.summary && section('Summary', lines(event.summary))}
											${points('Strengths', event.strengths)} ${points('Concerns', event.concerns)}
											${questions(event)} ${links(event, options)}
											${options.withTranscript && transcript(event)} ${origin(event, options)}
										</main>
									</td>
								</tr>
							</table>
						</td>
					</tr>
				</table>
			</body>
		</html> `;
	return page.source;
}

const TEXT =
	"font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:1.4;color:#1f2328;";
const PAPER = 'background-color:#ffffff;';
const MUTED = 'color:#57606a;';
const LINK = 'color:#0550ae;';
const RULE = 'border-top:1px solid #d0d7de;';

/** `!important`, since each element has the light colors in a style of its own, for programs that read no style sheet. */
const DARK_AND_PRINTED = html`
	@media (prefers-color-scheme: dark) { .page, .sheet, .text { color: #e6edf3 !important; } .page {
	background-color: #0d1117 !important; } .muted { color: #9da7b3 !important; } .link { color: #79b8ff
	!important; } .rule { border-color: #30363d !important; } .full { background-color: #4493f8 !important; }
	.rest { background-color: #30363d !important; } } @media print { .page { background-color: #ffffff
	!important; } .page, .sheet, .text { color: #1f2328 !important; } .sheet { padding: 0 !important; font-size:
	12px !important; } .text, .muted { font-size: 12px !important; } .muted { color: #57606a !important; } .link
	{ color: #0550ae !important; } .section { padding-top: 8px !important; margin-top: 8px !important; } .full,
	.rest { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .block { break-inside: avoid; } }
	@page { margin: 14mm; }
`;

function heading(event: InterviewEvent, name: string): Html {
	const contact = [event.candidate_email, event.candidate_phone].filter(
		(text) => text !== null && text !== name,
	);
	return html`<h1 class="text" dir="auto" style="margin:0;font-size:22px;line-height:1.2;${TEXT_COLOR}">
			${name}
		</h1>
		${event.job_title && html`<p class="text" dir="auto" style="margin:4px 0 0;font-size:16px;${TEXT_COLOR}">${event.job_title}</p>`}
		${contact.length > 0 && html`<p class="muted" style="margin:4px 0 0;${MUTED}">${contact.join(' · ')}</p>`}`;
}

const TEXT_COLOR = 'color:#1f2328;';

/** Dates, status and decision, one below the other. */
function facts(event: InterviewEvent, { vendorName, timeZone }: PageOptions): Html {
	const rows: Array<[string, string | null]> = [
		['Invited', moment(event.invited_at, timeZone)],
		['Started', moment(event.started_at, timeZone)],
		['Completed', moment(event.completed_at, timeZone)],
		[`Status at ${vendorName}`, event.vendor_status],
		['Decision', event.decision === null ? `None sent by ${vendorName}` : DECISIONS[event.decision]],
		['Failure', event.failure_reason],
	];
	const known = rows.filter(([, value]) => value !== null);
	return html`<table
		class="rule section"
		cellpadding="0"
		cellspacing="0"
		border="0"
		width="100%"
		style="margin-top:16px;padding-top:12px;${RULE}"
	>
		${known.map(
			([label, value]) =>
				html`<tr>
					<th
						class="muted"
						scope="row"
						align="left"
						valign="top"
						style="padding:1px 16px 1px 0;font-weight:normal;white-space:nowrap;${MUTED}"
					>
						${label}
					</th>
					<td class="text" dir="auto" width="100%" style="padding:1px 0;${TEXT_COLOR}">${value}</td>
				</tr> `,
		)}
	</table>`;
}

const DECISIONS: Record<NonNullable<InterviewEvent['decision']>, string> = {
	advance: 'Advance',
	reject: 'Reject',
	undecided: 'Undecided',
};

function scores({ score_raw, score_max, score_percent, details }: InterviewEvent): Html {
	const parts = details.scores.filter(({ value }) => value !== null);
	const overall =
		score_raw === null
			? html`<p class="text" style="margin:0;${TEXT_COLOR}">No overall score</p>`
			: score_max === null
				? html`<p class="text" style="margin:0;font-size:18px;${TEXT_COLOR}">
						<strong>${score_raw}</strong>
						<span class="muted" style="font-size:14px;${MUTED}">(no scale known)</span>
					</p>`
				: html`<p class="text" style="margin:0 0 6px;font-size:18px;${TEXT_COLOR}">
							<strong>${score_raw}</strong> of ${score_max}
						</p>
						${score_percent !== null && bar(score_raw, score_max, score_percent)}`;
	return section(
		'Score',
		html`${overall}
		${
			parts.length > 0 &&
			html`<table cellpadding="0" cellspacing="0" border="0" style="margin-top:8px">
				${parts.map(
					({ name, value, max }) =>
						html`<tr>
							<th
								class="text"
								dir="auto"
								scope="row"
								align="left"
								style="padding:1px 16px 1px 0;font-weight:normal;${TEXT_COLOR}"
							>
								${name}
							</th>
							<td class="text" style="${TEXT_COLOR}">
								${value}${max === null ? html` <span class="muted" style="${MUTED}">(no scale known)</span>` : ` of ${max}`}
							</td>
						</tr> `,
				)}
			</table>`
		}`,
	);
}

/** Two cells, since email programs draw nothing. */
function bar(raw: number, max: number, percent: number): Html {
	const cell = (kind: string, color: string, width: number) =>
		width > 0 &&
		html`<td
			class="${kind}"
			width="${width}%"
			height="10"
			bgcolor="${color}"
			style="width:${width}%;height:10px;font-size:0;line-height:0;background-color:${color}"
		>
			&nbsp;
		</td>`;
	return html`<table
		role="img"
		aria-label="${raw} of ${max}"
		width="100%"
		cellpadding="0"
		cellspacing="0"
		border="0"
		style="max-width:360px"
	>
		<tr>
			${cell('full', '#0969da', percent)}${cell('rest', '#d0d7de', Math.round((100 - percent) * 10) / 10)}
		</tr>
	</table>`;
}

function section(title: string, content: Html): Html {
	return html`<div class="rule section" style="margin-top:12px;padding-top:12px;${RULE}">
		<h2 class="text" style="margin:0 0 6px;font-size:15px;line-height:1.2;${TEXT_COLOR}">${title}</h2>
		${content}
	</div>`;
}

/** One paragraph for each line. */
function lines(text: string): Html {
	const written = text.split('\n').filter((line) => line.trim() !== '');
	return html`${written.map((line) => html`<p class="text" dir="auto" style="margin:0 0 4px;${TEXT_COLOR}">${line}</p>`)}`;
}

function list(items: Html[]): Html {
	return html`<ul class="text" style="margin:0;padding:0 0 0 20px;${TEXT_COLOR}">
		${items.map((item) => html`<li class="block" dir="auto" style="margin:0 0 2px">${item}</li> `)}
	</ul>`;
}

/** @param text one point a line, as the column has it */
function points(title: string, text: string | null): Html | false {
	return text !== null && section(title, list(text.split('\n').map((point) => html`${point}`)));
}

function questions({ details }: InterviewEvent): Html | false {
	const rows = details.questions.filter(
		({ text, summary, score_raw }) => text !== null || summary !== null || score_raw !== null,
	);
	return (
		rows.length > 0 &&
		section(
			'Questions',
			html`<table cellpadding="0" cellspacing="0" border="0" width="100%">
					<tr>
						<th class="muted" align="left" style="font-weight:normal;padding:0 16px 4px 0;${MUTED}">
							Question
						</th>
						<th
							class="muted"
							align="right"
							style="font-weight:normal;padding:0 0 4px;white-space:nowrap;${MUTED}"
						>
							Score
						</th>
					</tr>
					${rows.map(
						({ text, summary, score_raw }) =>
							html`<tr class="block">
								<td class="text" valign="top" style="padding:0 16px 6px 0;${TEXT_COLOR}">
									${text && html`<div dir="auto">${text}</div>`}${summary && html`<div class="muted" dir="auto" style="${MUTED}">${summary}</div>`}
								</td>
								<td
									class="text"
									align="right"
									valign="top"
									style="padding:0 0 6px;white-space:nowrap;${TEXT_COLOR}"
								>
									${score_raw ?? '–'}
								</td>
							</tr> `,
					)}
				</table>
				<p class="muted" style="margin:0;${MUTED}">
					Scores of questions are as sent; their scale is not known.
				</p>`,
		)
	);
}

function links(event: InterviewEvent, { timeZone, vendorName }: PageOptions): Html | false {
	const expiry = (url: string) => (url === event.report_url ? event.report_url_expires_at : linkExpiry(url));
	const recordings = event.details.recordings.map(({ url }) => url);
	const all: Array<[string, string | null]> = [
		[`Open in ${vendorName}`, event.interview_url],
		['Report', event.report_url],
		...(recordings.length > 0 ? recordings : [event.recording_url]).map(
			(url, index, { length }): [string, string | null] => [
				length > 1 ? `Recording ${index + 1}` : 'Recording',
				url,
			],
		),
	];
	const usable = all.flatMap(([label, url]) => (url !== null && isWebLink(url) ? [{ label, url }] : []));
	return (
		usable.length > 0 &&
		section(
			'Links',
			list(
				usable.map(({ label, url }) => {
					const until = moment(expiry(url), timeZone);
					return html`<a class="link" href="${url}" style="${LINK}">${label}</a>
						<span class="muted" style="${MUTED}"
							>${until === null ? '(no expiry known)' : `(expires ${until})`}</span
						>`;
				}),
			),
		)
	);
}

/** Not `javascript:` nor anything else that a vendor's field could hold. */
function isWebLink(url: string): boolean {
	return isUrl(url) && ['https:', 'http:'].includes(new URL(url).protocol);
}

function transcript({ details }: InterviewEvent): Html {
	const turns = details.transcript.map(
		({ speaker, text }) =>
			html`<p class="text" dir="auto" style="margin:0 0 6px;${TEXT_COLOR}">
				${speaker && html`<strong>${speaker}:</strong> `}${text}
			</p> `,
	);
	return section(
		'Transcript',
		html`${turns.length > 0 ? turns : html`<p class="muted" style="margin:0;${MUTED}">None available</p>`}`,
	);
}

const VERIFIED: Record<InterviewEvent['verification'], string> = {
	signature: 'Received by webhook and verified by its signature',
	shared_secret: 'Received by webhook and verified by its secret',
	none: 'Received by webhook, not verified',
	api: "Fetched from the API with the account's key",
};

function origin(event: InterviewEvent, { vendorName, timeZone }: PageOptions): Html {
	const { received_at, verification, interview_id, is_test } = event;
	return html`<p
		class="muted rule section"
		style="margin:12px 0 0;padding-top:12px;font-size:12px;${MUTED}${RULE}"
	>
		${is_test === true && html`<strong>Test interview.</strong> `}${vendorName},
		${moment(received_at, timeZone)}. ${VERIFIED[verification]}. Interview ${interview_id}
	</p>`;
}

/** A time as it is read: `Mar 10, 2026, 10:24 AM GMT+1`. */
function moment(time: string | null, timeZone: string): string | null {
	if (time === null) return null;
	const parts = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
	const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
		.formatToParts(new Date(time))
		.find(({ type }) => type === 'timeZoneName');
	return `${new Intl.DateTimeFormat('en-US', parts).format(new Date(time))} ${zone?.value ?? ''}`.trim();
}
