import { TextField } from '#libs/http';

/** A company or institution as it is typed: known by its number. */
export class BusinessInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;
}
