/** What a wrapper that scripts hold stands for. */
export interface Handle {
  readonly className: string;
  readonly target: object;
}

/** Gives back what it is constructed with, so that a subclass's private fields land on that. */
const Given = function (wrapper: object): object {
  return wrapper;
} as unknown as new (wrapper: object) => object;

/**
 * Keeps a handle on its wrapper where no script can see it: in a private field. A weak map beside
 * the wrappers would do the same, but scripts make hundreds of thousands that live for a line, and
 * collecting those out of a weak map takes longer than the scripts themselves.
 */
class HandleHolder extends Given {
  #handle: Handle;

  constructor(wrapper: object, handle: Handle) {
    super(wrapper);
    this.#handle = handle;
  }

  static put(wrapper: object, handle: Handle): void {
    if (#handle in wrapper) wrapper.#handle = handle;
    else new HandleHolder(wrapper, handle);
  }

  static read(wrapper: object): Handle | undefined {
    return #handle in wrapper ? wrapper.#handle : undefined;
  }
}

/** Says what a wrapper stands for, whatever it stood for before. */
export function putHandle(wrapper: object, handle: Handle): void {
  HandleHolder.put(wrapper, handle);
}

/** What an object stands for; undefined when it is no wrapper. */
export function handleOf(wrapper: object): Handle | undefined {
  return HandleHolder.read(wrapper);
}
