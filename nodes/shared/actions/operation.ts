import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

/** One operation of an action node: what the panel shows, and what it does with one input item. */
export interface Operation {
	/** Value of the "Operation" parameter. */
	value: string;
	name: string;
	/** The sentence in the node creator. */
	action: string;
	description: string;
	/** Whether it only reads. Then several input items run at once, and an unclear failure may be repeated. */
	isReadOnly: boolean;
	/** Its parameters, without the condition that they are shown for this operation only. */
	properties: INodeProperties[];
	/** Output items for one input item; `pairedItem` is added by the caller. */
	run(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData[]>;
}

/** A vendor's noun with its operations. */
export interface Resource {
	/** Value of the "Resource" parameter. */
	value: string;
	name: string;
	operations: Operation[];
}
