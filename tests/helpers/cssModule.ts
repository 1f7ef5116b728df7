/** A CSS module for tests: every class is called as it is written. */
const classes: Readonly<Record<string, string>> = new Proxy<Record<string, string>>(
  {},
  { get: (_target, name) => String(name) },
);

export default classes;
