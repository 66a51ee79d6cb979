import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	NodeError,
} from 'n8n-workflow';

/** What the panel shows of an operation. */
export interface Shown {
	/** Value of the "Operation" parameter. */
	value: string;
	name: string;
	/** The sentence in the node creator. */
	action: string;
	description: string;
	/**
	 * Its parameters, without the condition that they are shown for this operation only. In this order: which thing, how
	 * many, filters, simplify, options.
	 */
	properties: INodeProperties[];
}

/** Returns the output items for one input item; `pairedItem` is added by the caller. */
export type Work = () => Promise<INodeExecutionData[]>;

/** An operation that changes nothing: several input items run at once. */
export interface ReadingOperation extends Shown {
	run(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData[]>;
}

/** An operation that changes something: one input item after the other. Which of its calls may be repeated, they say themselves. */
export interface WritingOperation extends Shown {
	/** Where the parameters decide, whether an item changes nothing: a report is read, but having its PDF made may cost credits. */
	onlyReads?(context: IExecuteFunctions, itemIndex: number): boolean;
	/**
	 * Reads and checks what the user filled in, and sends nothing: all items are checked before the first is sent. What
	 * it returns does the work.
	 */
	prepare(context: IExecuteFunctions, itemIndex: number): Work;
	/**
	 * What must not occur in two input items, in whatever case, where the same person would be reached twice: the second one is
	 * refused.
	 */
	identity?: {
		/** Name of the parameter with the person's address, and its name on the screen. One without an address may repeat. */
		name: string;
		field: string;
		/** Names of the parameters for which somebody may come once each. */
		within: string[];
	};
}

/** An operation that sends people from several input items, or from lists in them, in as few calls as possible. */
export interface PeopleOperation extends Shown {
	/** The most people in one call. */
	callSize: number;
	/** What happened to a person who was sent, for messages: `added`. */
	done: string;
	/** Reads and checks one input item. */
	read(context: IExecuteFunctions, itemIndex: number): Share;
	/**
	 * What must not occur twice in a run, where the vendor might invite the same person twice: the second one is a bad
	 * entry. `field` is the name on the screen of what is repeated.
	 */
	identity?: { field: string; of(settings: IDataObject, person: IDataObject): string };
	/** Sends people who share their settings, once, and returns the outcome of each, in their order. */
	send(context: IExecuteFunctions, settings: IDataObject, people: IDataObject[]): Promise<Sent[]>;
}

/** The people of one input item. */
export interface Share {
	/** What goes for all of them; people with equal settings go into one call. */
	settings: IDataObject;
	/** As the vendor takes them, or what is wrong with an entry of a list. */
	people: Array<{ person: IDataObject } | { fault: NodeError }>;
}

/** What became of one person: the output item, or the vendor's reason against it. */
export type Sent =
	| { json: IDataObject }
	| {
			/** Without the person: n8n writes it into its log. */
			refusal: string;
			/** What distinguishes the person from others of the same list. */
			description?: string;
			/** Whether the vendor may have taken the person all the same: then nobody sends them again. */
			isUnclear?: boolean;
	  };

/** One operation of an action node: what the panel shows, and what it does with the input items. */
export type Operation = ReadingOperation | WritingOperation | PeopleOperation;

/** A vendor's noun with its operations. */
export interface Resource {
	/** Value of the "Resource" parameter. */
	value: string;
	name: string;
	operations: Operation[];
}
