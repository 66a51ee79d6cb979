import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { InterviewEvent } from '../event/interviewEvent';
import type { VendorApi } from '../http/vendorApi';

export type FileKind = 'report' | 'recordings' | 'resume';

/** A file that belongs to a report, where it is now. */
export interface ReportFile {
	kind: FileKind;
	url: string;
}

/** A file of one kind, where there is a link to it. */
export function fileAt(kind: FileKind, url: string | null): ReportFile[] {
	return url === null ? [] : [{ kind, url }];
}

export function recordingsOf({ details }: InterviewEvent): ReportFile[] {
	return details.recordings.map(({ url }) => ({ kind: 'recordings', url }));
}

/** What a vendor's API knows of one interview, in the columns of the item. */
export interface Report {
	event: InterviewEvent;
	/** In a stable order: when links have expired, the same file is found again by its address, or else by its place. */
	files: ReportFile[];
	/** Further columns of the item. */
	columns?: IDataObject;
	/** Kinds of files of which it was said already why there are none. */
	explained?: FileKind[];
}

/** Reads one interview. @param wanted the kinds of files to be downloaded: some vendors make links only when asked */
export type ReadReport = (id: string, wanted: FileKind[]) => Promise<Report>;

/** A report that was made as a file. */
export interface MadeReport {
	url: string;
	/** `YYYY-MM-DDTHH:mm:ss.sssZ`; null when unknown. */
	expiresAt: string | null;
}

/** @param description what to do instead @throws NodeOperationError for an answer without the ID of an interview */
export function requireEvent(
	context: IExecuteFunctions,
	{ vendorName }: VendorApi,
	event: InterviewEvent | null,
	description?: string,
): InterviewEvent {
	if (event !== null) return event;
	throw new NodeOperationError(context.getNode(), `${vendorName}'s response has no interview ID`, {
		description,
	});
}

/** How the reports of one vendor are read. */
export interface ReportSource {
	api: VendorApi;
	/** What the vendor's users call the id of an interview. */
	idName: string;
	/** The kinds of files that the API returns links to. */
	fileKinds: FileKind[];
	/** Whether the column `interview_url` is the page for recruiters: elsewhere it may be the candidate's own link. */
	hasRecruiterPage?: boolean;
	/** Whether the API returns a transcript. */
	hasTranscript: boolean;
	/** Whether it never says when something was said, so there are no subtitles. */
	hasNoTimes?: boolean;
	/** Parameters that the vendor's API needs besides the id. */
	ownProperties?: INodeProperties[];
	/** The vendor's own entries under "Options". */
	ownOptions?: INodeProperties[];
	/**
	 * Reads the vendor's own parameters and returns what reads one interview. That has no effect: where links have expired, it is
	 * called again for fresh ones.
	 *
	 * @throws NodeOperationError naming the parameter; what it returns throws a NodeApiError
	 */
	reader(context: IExecuteFunctions, itemIndex: number): ReadReport;
	/**
	 * Has the report made as a PDF, where that is a call of its own and may cost credits. It is called when the file is
	 * wanted and everything else is there, and never twice for an item.
	 *
	 * @throws NodeApiError
	 */
	makeReport?(context: IExecuteFunctions, id: string): Promise<MadeReport>;
}
