import type { IDataObject } from 'n8n-workflow';

import { hasResults, ribbonInterview } from '../../answers';
import { candidateColumns } from '../../normalize';

/** The ten columns most asked for, flat. `is_ready` says whether there are results. */
export function simplifiedInterview(answer: IDataObject): IDataObject {
	const interview = ribbonInterview(answer);
	const { interview_data: results } = interview;
	const { candidate_name, candidate_email } = candidateColumns(results ?? {});
	return {
		interview_id: interview.interview_id,
		status: interview.status,
		is_ready: hasResults(interview),
		interview_flow_id: interview.interview_flow_id,
		team_id: interview.team_id,
		candidate_name,
		candidate_email,
		summary: results?.summary ?? null,
		video_url: results?.video_url ?? null,
		audio_url: results?.audio_url ?? null,
	};
}
