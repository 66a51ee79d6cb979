import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { downloadFile, ExpiredLink, type FileToDownload, type Limits } from '../http/download';
import { mayHaveActed } from '../http/failure';

/**
 * Downloads a PDF that was made for this item and may have cost credits. When the download fails, it is not made again,
 * not even by n8n's Retry On Fail: that is the user's decision.
 *
 * @throws NodeOperationError
 */
export async function downloadMadePdf(
	context: IExecuteFunctions,
	file: FileToDownload,
	limits: Limits,
): Promise<IBinaryData> {
	return await onceMade(context, downloadFile(context, { ...file, holds: 'pdf' }, limits));
}

/**
 * What is done after a PDF was made. Where it fails, nothing is made a second time.
 *
 * @throws NodeOperationError
 */
export async function onceMade<Value>(context: IExecuteFunctions, work: Promise<Value>): Promise<Value> {
	return await work.catch((error: Error) => {
		const what =
			error instanceof ExpiredLink ? `its link does not work any more (${error.reason})` : error.message;
		const failure = new NodeOperationError(context.getNode(), `The PDF was made, but ${what}`, {
			description:
				'It was not made a second time, since a PDF may cost credits. Run the workflow again to have a new one made.',
		});
		throw mayHaveActed(failure);
	});
}
