// The measurements of `make bench`, in the same browser as the tests. The server is the one that it measures.

import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

export default defineConfig(tests, {
  testDir: 'bench',
  testMatch: '*.ts',
  workers: 1,
  retries: 0,
  timeout: 900_000,
  use: { baseURL: process.env.ARENDE_BENCH_ADDRESS },
});
