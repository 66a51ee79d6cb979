/** British spellings, whose American ones end in -ize, -or, -er, -og, -ed and so on. */
const BRITISH: RegExp[] = [
	/\b(un|re|de|dis)?(anonym|apolog|author|capital|categor|character|custom|emphas|final|general|initial|local|maxim|minim|modern|normal|optim|organ|parenthes|prior|random|real|recogn|serial|special|standard|summar|symbol|synchron|token|unauthor|util|visual)is(e[drs]?|ing|ations?)\b/,
	/\b(analy|cataly|paraly)s(ed|er|es|ing)\b/,
	/\b(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|vap)our(s|ed|ing|able|ite|hood)?\b/,
	/\b(cent|fib|lit|met|theat)re[sd]?\b/,
	/\b(cata|dia|ana|mono)logue[sd]?\b/,
	/\b(cancel|channel|dial|fuel|label|level|model|quarrel|signal|travel)l(ed|er|ers|ing)\b/,
	/\b(defence|offence|licence|pretence|practise[ds]?|judgement|acknowledgement|fulfil|fulfils|enrol|enrols|enrolment|skilful)\b/,
	/\b(learnt|burnt|dreamt|leant|misspelt|spelt|spoilt)\b/,
	/\b(aluminium|artefacts?|cheque|e-mails?|grey|instalment|mum|programme[sd]?|pyjamas|sceptical|storey|tyres?)\b/,
	/\b(amongst|for ever|maths|per cent|set-up|towards|whilst)\b/,
];

/** Phrases that make a native reader stop, with what to write instead. */
const UNNATURAL: Array<[phrase: RegExp, instead: string]> = [
	[/\b(tells|told)\b/, 'says, sends, reports, lists; for "tells apart": distinguishes'],
	[/(?<!there )\bis none\b/, 'is not one'],
	[/\bby (itself|themselves)\b/, 'automatically'],
	[/\bso that\b/, 'so'],
	[/\bnames no\b/, 'has no'],
	[/\bgives\b/, 'returns'],
	[/\bwhoever\b/, 'anyone who, the person who'],
	[/\bof yours\b/, 'your'],
	[/\b(a|one) (class|file|item|line|object|package|page|row|step|workflow) an? \w+/, 'one file per step'],
	[/\bstops? to (work|run|send)\b/, 'stops working'],
	[/\btrue afterwards\b/, 'the result'],
	[/\bslanted\b/, 'in italics'],
	[/\bnobody in\b/, 'security'],
	[/\bnobody's business\b/, 'must never leave'],
	[/\bhow often what\b/, 'the number of … per …'],
	[/\bnothing that can be understood\b/, 'a response this node cannot read'],
];

const RULES: Array<[phrase: RegExp, instead: string]> = [
	...BRITISH.map((spelling): [RegExp, string] => [spelling, 'the American spelling']),
	...UNNATURAL,
];

/** A phrase that this product does not use, and where it is. */
interface Slip {
	phrase: string;
	/** Line within the text, from 1. */
	line: number;
	instead: string;
}

/** The British spellings and unnatural phrases of a text, in any case and across the ends of lines. */
export function slipsOf(text: string): Slip[] {
	return RULES.flatMap(([phrase, instead]) => {
		const anywhere = new RegExp(phrase.source.replaceAll(' ', '[\\s*/#]+'), 'gi');
		return [...text.matchAll(anywhere)].map((match) => ({
			phrase: match[0].replace(/\s+/g, ' '),
			line: text.slice(0, match.index).split('\n').length,
			instead,
		}));
	});
}
