/**
 * What the platform answers when it, and not the product's code, has to refuse or give up. One table for
 * the SDK's wire (`code`) and the phone's (`errCode`). Database errors stand with the database.
 *
 * Sources: [wx] developers.weixin.qq.com "错误码" of wxcloud; [tcb] docs.cloudbase.net "error-code";
 * [seen] messages quoted in public bug reports; [own] no source found, chosen here.
 */
export interface PlatformError {
  readonly code: string;
  readonly errCode: number;
  /** Stands between the number and the message in the phone's `errMsg`. */
  readonly label: string;
  readonly message: string;
}

type Row = readonly [code: string, errCode: number, label: string, message: string];

const TABLE = {
  /** errCode and message [seen]; code [seen] in the web SDK's message. */
  functionNotFound: ['FUNCTION_NOT_FOUND', -501000, '', 'FunctionName parameter could not be found.'],
  /** The code threw, ended its process, could not be loaded. code [tcb], errCode [wx], label [seen]. */
  functionFailed: ['FUNCTIONS_EXECUTE_FAIL', -504002, 'functions execute fail', ''],
  /** code [tcb]; errCode and message [seen]: "errCode: -504003  | errMsg: Invoking task timed out after 3 seconds". */
  functionTimeout: ['FUNCTIONS_TIME_LIMIT_EXCEEDED', -504003, '', 'Invoking task timed out'],
  /** code [tcb]; errCode [own]. */
  functionMemory: [
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    -504002,
    'functions execute fail',
    'memory limit exceeded',
  ],
  /** code and 100 KB for text [tcb]; errCode [own]. */
  eventTooLarge: ['EXCEED_MAX_PAYLOAD_SIZE', -504001, '', 'the event is larger than 100 KB'],
  /** 6 MB, status 407 of the function service [tcb]; code and errCode [own]. */
  resultTooLarge: [
    'FUNCTIONS_EXECUTE_FAIL',
    -504002,
    'functions execute fail',
    'the result is larger than 6 MB',
  ],
  /** 100 MB for everything that is no function [tcb]. */
  bodyTooLarge: ['EXCEED_MAX_PAYLOAD_SIZE', -501007, '', 'the request is larger than 100 MB'],
  /** [tcb], [wx] */
  invalidParam: ['INVALID_PARAM', -501007, '', 'invalid param'],
  /** [own]: the local cloud says so itself, loudly, instead of doing nothing. */
  notEmulated: ['NotEmulatedError', -501021, '', ''],
  /** [tcb], [wx]; what an injected fault looks like. */
  system: ['SYS_ERR', -501001, '', 'system error'],
  /** [tcb], [wx] */
  databaseTimeout: ['DATABASE_TIMEOUT', -502011, '', 'the answer was lost'],
  /** [tcb], [wx] */
  databaseDenied: ['DATABASE_PERMISSION_DENIED', -502003, 'database permission denied', 'Permission denied'],
  /** code [SDK source], errCode [wx] */
  fileMissing: ['STORAGE_FILE_NONEXIST', -503003, '', 'storage file not exist'],
  /** code [tcb], errCode [wx] */
  fileDenied: ['STORAGE_EXCEED_AUTHORITY', -503002, '', 'storage permission denied'],
  /** code [SDK source], errCode [wx] */
  fileFailed: ['STORAGE_REQUEST_FAIL', -503001, '', 'storage request fail'],
} as const satisfies Record<string, Row>;

export type PlatformErrorName = keyof typeof TABLE;

/** `detail` replaces the table's message where one call knows more. */
export function platformError(name: PlatformErrorName, detail?: string): PlatformError {
  const [code, errCode, label, message] = TABLE[name];
  return { code, errCode, label, message: detail ?? message };
}

/** The one kind of answer for an SDK call or a route that does not exist here. */
export function notEmulated(what: string): PlatformError {
  return platformError('notEmulated', `NotEmulatedError: the local cloud does not emulate ${what}`);
}

/** As `wx.cloud.<api>` rejects on the phone. */
export function toPhone(error: PlatformError, api: string): { errCode: number; errMsg: string } {
  const { errCode, label, message } = error;
  return { errCode, errMsg: `${api}:fail Error: errCode: ${String(errCode)} ${label} | errMsg: ${message}` };
}

/** As the SDK's wire carries an error; the SDK throws it. */
export function toSdk(error: PlatformError): { code: string; message: string } {
  return { code: error.code, message: error.message };
}
