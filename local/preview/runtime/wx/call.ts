/** The part of every asynchronous wx function's argument that is the same. */
export interface Callbacks<T = unknown> {
  success?: (result: T & { errMsg: string }) => void;
  fail?: (error: WxFailure) => void;
  complete?: (result: unknown) => void;
}

export interface WxFailure {
  readonly errMsg: string;
  readonly errCode?: number;
  readonly errno?: number;
}

/** Thrown inside a wx function to make it fail as WeChat does: `<name>:fail <reason>`. */
export class Refusal extends Error {
  constructor(
    reason: string,
    readonly errCode?: number,
  ) {
    super(reason);
  }
}

type Work<O, R> = (options: O) => R | Promise<R>;

/**
 * Makes an asynchronous wx function: callbacks when any is given, a promise otherwise. What the work throws as an
 * Error with a plain message becomes `fail`; programming errors (TypeError and the like) are thrown.
 */
export function asyncApi<O extends object, R>(
  name: string,
  work: Work<O, R>,
): (options?: O & Callbacks<R>) => Promise<unknown> | undefined {
  return (options = {} as O & Callbacks<R>) => {
    const { success, fail, complete } = options;
    const promise = run(name, work, options);
    if (!success && !fail && !complete) return promise;
    promise.then(
      (result) => {
        success?.(result as R & { errMsg: string });
        complete?.(result);
      },
      (error: unknown) => {
        if (!isFailure(error)) throw error;
        fail?.(error);
        complete?.(error);
      },
    );
    return undefined;
  };
}

async function run<O, R>(name: string, work: Work<O, R>, options: O): Promise<object> {
  try {
    const result = await work(options);
    return { ...(result as object | undefined), errMsg: `${name}:ok` };
  } catch (error) {
    if (error instanceof Error && error.constructor !== Error && !(error instanceof Refusal)) {
      if (!error.constructor.name.endsWith('Refusal')) throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof Refusal ? error.errCode : undefined;
    const failure: WxFailure = {
      errMsg: `${name}:fail ${reason}`,
      ...(code === undefined ? {} : { errCode: code }),
    };
    // WeChat rejects with a plain object.
    // oxlint-disable-next-line typescript/only-throw-error
    throw failure;
  }
}

function isFailure(error: unknown): error is WxFailure {
  return typeof error === 'object' && error !== null && 'errMsg' in error;
}
