import { vi } from 'vitest';

// In plain Node the package `electron` is only the path of a program. What needs more of it says so in its own test.
vi.mock('electron', () => ({}));
