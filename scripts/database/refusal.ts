/** Something outside this program is in the way; the message is the whole sentence that the person at the terminal reads. */
export class Refusal extends Error {}
