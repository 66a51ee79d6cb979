import type { Files } from '../shared/files';
import type { Interview } from './state';

/** Where the files of an interview are now: signed links, which expire. */
export class Links {
	constructor(
		private readonly files: Files,
		private readonly origin: () => string,
	) {}

	audio(interviewId: string): string {
		return this.files.link(this.origin(), `audio/merged/${interviewId}.wav`);
	}

	video(interviewId: string): string {
		return this.files.link(this.origin(), `videos/merged/${interviewId}.mp4`);
	}

	/** null where the workflow asks for no resume. */
	resume({ posting, candidateId }: Interview): string | null {
		const asks = posting.workflow.some(({ type }) => type === 'resume');
		return asks ? this.files.link(this.origin(), `resumes/${candidateId}.pdf`) : null;
	}
}
