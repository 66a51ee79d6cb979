import * as z from 'zod4/mini';

import { columnNotes } from '../nodes/shared/event/columns';
import { interviewEventSchema } from '../nodes/shared/event/schema';

/** The item's schema as JSON Schema 2020-12, with each column's description. */
export function interviewEventJsonSchema(): z.core.JSONSchema.JSONSchema {
	const descriptions = z.registry<{ description: string }>();
	for (const column of Object.values(interviewEventSchema.shape)) {
		descriptions.add(column, { description: columnNotes.get(column)?.description ?? '' });
	}
	return { title: 'InterviewEvent 1.0', ...z.toJSONSchema(interviewEventSchema, { metadata: descriptions }) };
}
