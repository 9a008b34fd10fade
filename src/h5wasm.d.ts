/** What is used of h5wasm; its own types bring those of emscripten and the DOM, which most folders do not know. */
declare module 'h5wasm' {
  export interface Dataset {
    readonly value: unknown;
    readonly shape: readonly number[];
    readonly attrs: Readonly<Record<string, { readonly value: unknown }>>;
    create_attribute(name: string, value: string, shape: null, dtype: string): void;
    make_scale(name: string): void;
    attach_scale(index: number, path: string): void;
    get_attached_scales(index: number): string[];
  }

  export class File {
    constructor(path: string, mode: 'r' | 'w');
    readonly attrs: Readonly<Record<string, { readonly value: unknown }>>;
    keys(): string[];
    /** Null where there is nothing of the name; groups have no shape. */
    get(path: string): Dataset | null;
    create_attribute(name: string, value: string, shape: null, dtype: string): void;
    create_dataset(what: {
      name: string;
      data: Float64Array | Float32Array;
      shape: number[];
      dtype: string;
    }): Dataset;
    close(): void;
  }

  /** The module's own file system, in memory. */
  export const ready: Promise<{
    /** From now on a failure of the library is thrown; before, it is printed. */
    activate_throwing_error_handler(): number;
    FS: {
      readFile(path: string): Uint8Array;
      writeFile(path: string, bytes: Uint8Array): void;
      unlink(path: string): void;
    };
  }>;
}
