"""Work shared among processes: the order, and what a process that dies costs."""

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from normalize.workers import AHEAD, share


def _double(item: int) -> int:
    return 2 * item


def _slow_first(item: int) -> int:
    time.sleep(0.3 if item == 0 else 0)
    return item


def _kill_at_seven(item: int) -> int:
    if item % 100 == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def _leave_at_seven(item: int) -> int:
    if item == 7:
        os._exit(3)
    return item


def _wait_a_little(item: int) -> int:
    time.sleep(0.01)
    return item


def _told(item: int, message: str) -> str:
    return f"{item}: {message}"


def _never(item: int, message: str) -> int:
    raise AssertionError(f"{item}: {message}")


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 1000])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    assert list(share(_double, range(count), jobs, _never)) == [2 * n for n in range(count)]


def test_results_behind_a_slow_one_wait_for_it() -> None:
    assert list(share(_slow_first, range(500), 3, _never)) == list(range(500))


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_item_that_kills_its_process_is_lost_and_no_other(jobs: int) -> None:
    results: list[object] = list(share(_kill_at_seven, range(250), jobs, _told))
    lost = "the process that read it ended with signal 9"
    assert [r for r in results if isinstance(r, str)] == [f"{n}: {lost}" for n in (7, 107, 207)]
    assert [n for n, r in enumerate(results) if r != n] == [7, 107, 207]


def test_exit_code_of_a_process_that_ends_itself_is_told() -> None:
    results: list[object] = list(share(_leave_at_seven, range(9), 2, _told))
    assert results[7] == "7: the process that read it ended with exit code 3"
    assert results[:7] + results[8:] == [0, 1, 2, 3, 4, 5, 6, 8]


def test_process_that_is_killed_from_outside_costs_nothing() -> None:
    results = share(_wait_a_little, range(400), 2, _never)
    took = [next(results)]
    active_children()[0].kill()
    assert took + list(results) == list(range(400))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for n in range(100_000):
            taken.append(n)
            yield n

    results = share(_double, items(), 2, _never)
    assert next(results) == 0
    assert len(taken) <= 16 * (2 * AHEAD + 3)
    results.close()  # type: ignore[attr-defined]


def test_processes_end_with_the_work() -> None:
    before = {child.pid for child in active_children()}
    results = share(_double, range(1000), 2, _never)
    next(results)
    assert len({child.pid for child in active_children()} - before) == 2
    results.close()  # type: ignore[attr-defined]
    assert {child.pid for child in active_children()} == before
