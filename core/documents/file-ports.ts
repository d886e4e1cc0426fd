export interface NewFile {
  /** Names the file below the store's prefixes: URL-safe, not guessable, never used twice. */
  readonly fileId: string;
  readonly bytes: number;
  readonly type: string;
  /** SHA-256 of its bytes, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

export interface StoredFile {
  readonly bytes: number;
  /** The first bytes, at most `beginningBytes` of the kinds of files, which tell the kind of a file. */
  readonly beginning: Uint8Array;
  readonly sha256: string;
}

/** A form with which a browser brings one file past the functions: POST the fields in this order, the file last under `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A file comes to `incoming`, where it is scanned and forgotten after a week; what is kept is copied to `kept`. */
export interface Files {
  /** Takes exactly this file (length, type, checksum) under exactly this id for 15 minutes of real time. */
  readonly uploadForm: (file: NewFile) => Promise<UploadForm>;
  /** Brings a small file through the function; throws when the bytes are not those of the file. Repeatable. */
  readonly put: (file: NewFile, content: Uint8Array) => Promise<void>;
  /** Undefined for a file that never came or is forgotten. */
  readonly look: (fileId: string) => Promise<StoredFile | undefined>;
  /** Copies a file from incoming to kept; repeatable. `gone`: it lies in neither place. */
  readonly keep: (fileId: string) => Promise<'kept' | 'gone'>;
  /** An address that gives the kept file for 60 seconds of real time, to be saved under this name (any letters). */
  readonly downloadUrl: (fileId: string, as: { readonly fileName: string; readonly type: string }) => Promise<string>;
  /** Removes a file from both places; one that is not there is no error. */
  readonly remove: (fileId: string) => Promise<void>;
}
