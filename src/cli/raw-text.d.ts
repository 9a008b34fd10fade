/** A file beside the code, as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
