import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { downloadFile, ExpiredLink, type FileToDownload } from '../http/download';

/**
 * Downloads a PDF that was made for this item and may have cost credits. When its link does not work, it is not made
 * again: that is the user's decision.
 *
 * @throws NodeOperationError
 */
export async function downloadMadePdf(
	context: IExecuteFunctions,
	file: FileToDownload,
	maximumMegabytes: number,
	allowsLoopback: boolean,
): Promise<IBinaryData> {
	return await downloadFile(context, file, maximumMegabytes, allowsLoopback).catch((error: Error) => {
		if (!(error instanceof ExpiredLink)) throw error;
		throw new NodeOperationError(
			context.getNode(),
			`The PDF was made, but its link does not work any more (${error.reason})`,
			{
				description:
					'It was not made a second time, since a PDF may cost credits. Run the workflow again to have a new one made.',
			},
		);
	});
}
