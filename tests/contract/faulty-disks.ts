/** Disks that really fail: small file systems of their own, made and mounted by the test, on Linux as root. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Disk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Leaves not a byte. */
  fill(): void;
  makeRoom(): void;
  /** The same files, as on a memory stick with its switch set. Returns the folder. */
  mountReadOnly(): string;
  remove(): void;
}

export interface FailingDisk extends Disk {
  /** What Linux does after an error of the disk: from now on nothing can be written, not even to files already open. */
  turnReadOnly(): void;
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function fillUp(file: string): void {
  const block = new Uint8Array(4_096);
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
  }
}

function disk(home: string): Disk {
  const folder = path.join(home, 'disk');
  const ballast = path.join(folder, 'ballast');
  const locked = path.join(home, 'read-only');
  return {
    folder,
    fill: () => {
      fillUp(ballast);
    },
    makeRoom: () => {
      rmSync(ballast, { force: true });
    },
    mountReadOnly: () => {
      mkdirSync(locked);
      run('mount', '--bind', folder, locked);
      run('mount', '-o', 'remount,bind,ro', locked);
      return locked;
    },
    remove: () => {
      // Lazily: a process that was killed a moment ago may still hold a file.
      if (existsSync(locked)) run('umount', '-l', locked);
      run('umount', '-l', folder);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'chancery-disk-'));
  mkdirSync(path.join(home, 'disk'));
  return home;
}

/** A disk of 8 MiB. Throws where it can't be mounted. */
export function mountSmallDisk(): Disk {
  const home = newHome();
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=8m', 'chancery-test', path.join(home, 'disk'));
  } catch (thrown) {
    rmSync(home, { recursive: true, force: true });
    throw thrown;
  }
  return disk(home);
}

/** A disk of 24 MiB that can be made to fail. Throws where it can't be mounted. */
export function mountFailingDisk(): FailingDisk {
  const home = newHome();
  const image = path.join(home, 'image');
  const folder = path.join(home, 'disk');
  try {
    writeFileSync(image, '');
    truncateSync(image, 24 * 1024 * 1024);
    run('mkfs.ext4', '-q', image);
    run('mount', '-o', 'loop,errors=remount-ro', image, folder);
  } catch (thrown) {
    rmSync(home, { recursive: true, force: true });
    throw thrown;
  }
  const trigger = `/sys/fs/ext4/${path.basename(run('findmnt', '-n', '-o', 'SOURCE', folder).trim())}/trigger_fs_error`;
  statSync(trigger);
  return {
    ...disk(home),
    turnReadOnly: () => {
      writeFileSync(trigger, 'a test');
    },
  };
}

/** Why such a disk can't be made here, for the test's line; `null` when it can. */
export function whyNoDisk(mountDisk: () => Disk): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root, to mount a disk';
  try {
    mountDisk().remove();
    return null;
  } catch {
    return 'this machine lets nobody mount a disk';
  }
}
