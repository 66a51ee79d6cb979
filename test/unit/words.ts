/** The words of a text, for a long list of words none of which holds a blank. */
export const words = (text: string): string[] => text.trim().split(/\s+/);
