import type { InterviewEvent } from './interviewEvent';

/** The worst and the best score that can be reached, and who says so. */
type ScoreScale =
	{ min: number; max: number; source: 'documented' | 'setting' } | { max: null; source: 'unknown' };

type ScoreColumns = Pick<InterviewEvent, 'score_raw' | 'score_max' | 'score_percent' | 'score_scale_source'>;

/** The scale of a vendor that documents none: what the user set, else unknown. */
export function scaleFromSetting(scoreMaximum: number | null | undefined): ScoreScale {
	const isScale = Number.isFinite(scoreMaximum) && Number(scoreMaximum) > 0;
	return isScale
		? { min: 0, max: Number(scoreMaximum), source: 'setting' }
		: { max: null, source: 'unknown' };
}

/** The four score columns, all null without a score. The percentage has one decimal and is null for a score outside its scale. */
export function scoreColumns(raw: number | null, scale: ScoreScale): ScoreColumns {
	const isOnScale = raw !== null && scale.max !== null && raw >= scale.min && raw <= scale.max;
	return {
		score_raw: raw,
		score_max: raw === null ? null : scale.max,
		score_percent: isOnScale ? Math.round((raw / scale.max) * 1000) / 10 : null,
		score_scale_source: raw === null ? null : scale.source,
	};
}
