import { ShownText } from '#libs/http';

export class HealthDto {
  @ShownText()
  status!: string;

  @ShownText({ description: 'Version of PostgreSQL behind it' })
  database!: string;
}
