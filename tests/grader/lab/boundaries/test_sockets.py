"""Sockets are real: the clock walks while a loop watches one. Also: files, names, TLS."""

import asyncio
import os
import socket
import ssl

import pytest

from grader.lab import run

row = pytest.mark.row
HOUR = 3600


@row("asyncio.open_connection, asyncio.start_server")
def test_a_server_and_its_client_talk_while_the_clock_walks():
    async def serve(reader, writer):
        writer.write((await reader.readline()).upper())
        writer.close()

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.write(b"hello\n")
            line = await asyncio.wait_for(reader.readline(), HOUR)
            writer.close()
            await writer.wait_closed()
        return line

    outcome = run(main)
    assert outcome.result() == b"HELLO\n"
    assert outcome.makespan < HOUR


@row("loop.add_reader")
def test_a_reader_of_a_pipe_is_called_before_a_timer_that_is_later():
    async def main():
        reading, writing = os.pipe()
        loop = asyncio.get_running_loop()
        came = loop.create_future()
        loop.add_reader(reading, lambda: came.set_result(os.read(reading, 9)))
        os.write(writing, b"hello")
        try:
            return await asyncio.wait_for(came, HOUR)
        finally:
            loop.remove_reader(reading)
            os.close(reading)
            os.close(writing)

    assert run(main).result() == b"hello"


@row("loop.getaddrinfo")
def test_a_name_is_looked_up_in_a_thread_and_takes_no_time():
    async def main():
        loop = asyncio.get_running_loop()
        found = await asyncio.wait_for(loop.getaddrinfo("127.0.0.1", 80), 1)
        return found[0][4]

    outcome = run(main)
    assert outcome.result() == ("127.0.0.1", 80)
    assert outcome.makespan == 0


def without_certificates(side):
    context = ssl.SSLContext(side)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AECDH:@SECLEVEL=0")
    return context


@row("ssl")
def test_tls_on_the_loop_talks_to_tls_in_a_thread():
    left, right = socket.socketpair()

    def serve():
        context = without_certificates(ssl.PROTOCOL_TLS_SERVER)
        with context.wrap_socket(right, server_side=True) as tls:
            tls.sendall(tls.recv(9).upper())

    async def main():
        task = asyncio.create_task(asyncio.to_thread(serve))
        context = without_certificates(ssl.PROTOCOL_TLS_CLIENT)
        reader, writer = await asyncio.open_connection(sock=left, ssl=context, server_hostname="")
        writer.write(b"hello")
        got = await asyncio.wait_for(reader.read(9), HOUR)
        await task
        writer.close()
        return got

    assert run(main).result() == b"HELLO"
