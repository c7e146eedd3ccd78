import { TextField } from '#libs/http';

export class DownloadPaymentRunDto {
  @TextField({ min: 5, max: 500, description: 'Why; kept in the access log' })
  reason!: string;
}
