import { ShownText } from '#libs/http';

export class ReadGrantApplicationFileDto {
  @ShownText({ description: 'The rows as they would be copied out of the sheet: cells parted by tabs' })
  text!: string;
}
