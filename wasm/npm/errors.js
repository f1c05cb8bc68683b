/** An error of Huis Clos. `code` is stable; the message never holds text of a decision. */
export class HuisClosError extends Error {
  constructor(code, message, french) {
    super(message);
    this.name = 'HuisClosError';
    this.code = code;
    if (french !== undefined) this.french = french;
  }
}

/** Runs `work`; an error with a `code` that came out of the module or a worker becomes a HuisClosError. */
export function guarded(work) {
  try {
    return work();
  } catch (error) {
    throw typeof error?.code === 'string' && !(error instanceof HuisClosError) ? new HuisClosError(error.code, error.message, error.french) : error;
  }
}
