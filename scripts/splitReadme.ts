import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { SPLIT_PACKAGES, type SplitPackage } from './splitPackages';

/** Sections of this repository's README that hold for a package of one vendor as well. */
const SHARED_SECTIONS = ['What is guaranteed', 'When something does not work'];

/** A vendor's README: its page, and what the README of the combined package says to all users or to its own. */
export function readmeOf(split: SplitPackage, repositoryPage: string): string {
	const { name, vendor } = split;
	const others = SPLIT_PACKAGES.filter((other) => other !== split).map((other) => other.vendor);
	const [, ...pageSections] = sections(pageOf(split, repositoryPage, ''));
	const shared = sections(relinked(readFileSync('README.md', 'utf8'), '', '', split, repositoryPage));
	return `${[
		`# ${name}`,
		`[n8n](https://n8n.io) community nodes for ${vendor}. **${vendor} Trigger** turns what ${vendor} sends by webhook into one row of
[always the same columns](docs/interview-event.md), checked for its origin and free of duplicates, ready for Google Sheets, a CRM or Slack. **${vendor}**
fetches reports in the same columns, with transcript and files, and does what the API offers. No code.`,
		`**Install:** in n8n, open *Settings → Community nodes → Install* and enter \`${name}\`.`,
		...pageSections,
		`## Your first workflow

1. Add **${vendor} Trigger** and create its credential: each field says where its value comes from.
2. Choose what to start on under **Trigger On**, and follow the note below it.
3. Click **Execute step** and do something in ${vendor}, or [paste a sample item](#build-without-an-interview).
4. Pin the item, and connect the trigger to Google Sheets, Slack or your CRM. What is genuine but cannot be read is an item too: \`event_type\` is \`interview.unknown\`.
5. To fetch the report, add the node **${vendor}** behind the trigger: *Report → Get* fills in the interview automatically.`,
		...SHARED_SECTIONS.map((title) => sectionFor(split, section(shared, title))),
		`## For engineers

- \`import { normalize${split.className} } from '${name}'\` lets you use the normalizer, with types, in your own scripts. The item's JSON Schema is in the
  package as \`dist/interview-event.schema.json\`.
- The columns are shared with the packages for ${listing(others)}, which are made from the same source. That is why \`vendor\` has their names among
  its values; nothing else of theirs is here.
- *n8n-nodes-ai-interviews* holds the nodes of all these packages. Install it or this package, not both: n8n refuses a second package whose
  nodes have the same names (*Failed to save installed package*). Credentials stay when you change from one to the other; the nodes in your
  workflows are to be replaced.`,
		`Not affiliated with ${vendor}. [MIT](LICENSE.md).`,
	].join('\n\n')}\n`;
}

/** A vendor's page, for a file in another folder of its package. @param folder relative to the package */
export function pageOf(split: SplitPackage, repositoryPage: string, folder: string): string {
	const text = readFileSync(`docs/${split.page}.md`, 'utf8');
	return relinked(text, 'docs', folder, split, repositoryPage);
}

/** The text with its relative links leading to the same files: in the package, else in the repository. */
function relinked(
	text: string,
	from: string,
	to: string,
	{ page }: SplitPackage,
	repositoryPage: string,
): string {
	const own = ['LICENSE.md', 'docs/interview-event.md', `docs/${page}.md`];
	return text.replace(/\]\((?!https?:|#)([^)#\s]+)/g, (_, target: string) => {
		const file = posix.join(from, target);
		return `](${own.includes(file) ? posix.relative(to, file) : `${repositoryPage}/blob/HEAD/${file}`}`;
	});
}

/** The packages have their version numbers, and their changes, in common. */
export function changelogOf(combinedName: string, repositoryPage: string): string {
	return `# Changelog

This package is made from the source of ${combinedName} and has its version numbers. What changed is in [its changelog](${repositoryPage}/blob/HEAD/CHANGELOG.md).
`;
}

/** What stands before the first heading of the second level, then a text a heading. */
function sections(markdown: string): string[] {
	return markdown.split(/\n(?=## )/).map((text) => text.trim());
}

function section(all: string[], title: string): string {
	const found = all.find((text) => text.startsWith(`## ${title}\n`));
	if (found === undefined)
		throw new Error(`README.md has no section "${title}", which each vendor's README takes from it`);
	return found;
}

/**
 * A section without the points, rows and paragraphs that are about other vendors.
 *
 * @throws when one is about this vendor and another: they cannot be separated then
 */
function sectionFor({ vendor }: SplitPackage, text: string): string {
	const others = SPLIT_PACKAGES.map((other) => other.vendor).filter((other) => other !== vendor);
	return text
		.split(/\n(?=- |\||\n)/)
		.filter((block) => {
			const aboutOthers = others.some((other) => block.includes(other));
			if (aboutOthers && block.includes(vendor)) {
				throw new Error(
					`README.md names several vendors at once, which ${vendor}'s README cannot take over: ${block}`,
				);
			}
			return !aboutOthers;
		})
		.join('\n');
}

function listing(words: string[]): string {
	return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
