/** A mistake in the messages, told to whoever wrote them. */
export class Flaw extends Error {}
