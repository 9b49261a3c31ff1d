"""A slow link to a server on this machine: so many bytes a second, so long a way."""

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass

PIECE = 4_096  # bytes


@dataclass
class Relay:
    """Listens on a port of its own for as long as it is not stopped.

    Attributes:
        port: Of the server behind it.
        rate: Bytes a second towards the reader, for all connections together.
        delay: Seconds from a question to the first byte of the answer, and to connect.
    """

    port: int
    rate: float
    delay: float
    url: str = ""
    _free: float = 0  # when the link has sent all that waits

    def start(self) -> None:
        """Come back when it listens."""
        ready = threading.Event()
        threading.Thread(target=asyncio.run, args=[self._serve(ready)]).start()
        ready.wait()

    def stop(self) -> None:
        """End all connections."""
        self._loop.call_soon_threadsafe(self._over.set)

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ready.set()
        await self._over.wait()
        server.close()

    async def _join(
        self, near: asyncio.StreamReader, back: asyncio.StreamWriter
    ) -> None:
        await asyncio.sleep(self.delay)
        far, out = await asyncio.open_connection("127.0.0.1", self.port)
        with suppress(ConnectionError):
            await asyncio.gather(self._ask(near, out), self._send(far, back))
        back.close()
        out.close()

    async def _ask(self, near: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        while piece := await near.read(PIECE):
            await asyncio.sleep(self.delay)
            out.write(piece)
            await out.drain()
        out.write_eof()

    async def _send(
        self, far: asyncio.StreamReader, back: asyncio.StreamWriter
    ) -> None:
        while piece := await far.read(PIECE):
            now = self._loop.time()
            self._free = max(self._free, now) + len(piece) / self.rate
            await asyncio.sleep(self._free - now)
            back.write(piece)
            await back.drain()
        back.write_eof()
