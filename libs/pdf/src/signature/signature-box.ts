import { PAGE } from '../flow/style.js';

/** Where the field of a signature lies on its page: below a destination of this name, over the width of the text. */
export const SIGNATURE_DESTINATION = 'signature';
export const SIGNATURE_HEIGHT = 46;
export const SIGNATURE_SIDE = PAGE.side;
