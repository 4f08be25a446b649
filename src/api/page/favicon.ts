/** A region of gemeenten: one shape, divided. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0b5563" d="M3 9 14 3v12L3 20z"/><path fill="#0b5563" d="m16 3 13 6-4 9-9-3z"/><path fill="#8aa9b0" d="m3 22 12-5 9 3-8 9z"/></svg>`;
