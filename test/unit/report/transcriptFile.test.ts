import { storeTranscript } from '../../../nodes/shared/report/transcriptFile';
import { actionContext } from '../actions/actionContext';

const turn = (at_seconds: number | null) => ({ at_seconds, speaker: 'Candidate', text: 'Because.' });

const store = async (format: 'markdown' | 'webvtt', transcript: Array<ReturnType<typeof turn>>) => {
	const context = {
		...actionContext({ parameters: {} }),
		helpers: { prepareBinaryData: async (bytes: Buffer, name: string) => `${name}: ${bytes.toString()}` },
	};
	const choice = 'Format to "Markdown File"';
	return await storeTranscript(context as never, 0, {
		transcript,
		format,
		title: 'Ada/Example',
		baseName: 'transcript-a/b',
		choice,
	});
};

describe('a transcript as a file', () => {
	it('has a name that every file system takes', async () => {
		await expect(store('markdown', [turn(null)])).resolves.toEqual({
			transcript: 'transcript-a_b.md: # Ada/Example\n\n**Candidate**\n\nBecause.\n',
		});
	});

	it('is not made where nothing was said', async () => {
		await expect(store('markdown', [])).resolves.toEqual({});
		await expect(store('webvtt', [])).resolves.toEqual({});
	});

	it('holds the subtitles whose time is known', async () => {
		const { transcript } = await store('webvtt', [turn(null), turn(4)]);
		expect(String(transcript).match(/-->/g)).toHaveLength(1);
	});

	it('is refused as subtitles where no time is known', async () => {
		await expect(store('webvtt', [turn(null), turn(null)])).rejects.toMatchObject({
			message: 'This transcript has no times, so it cannot be a WebVTT file',
			description: 'Set Format to "Markdown File".',
		});
	});
});
